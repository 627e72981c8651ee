#!/usr/bin/python3
"""Writes tests/Ilnp.Tests/Matching/Solver/networkx.txt: what networkx finds for graphs that a family and a seed decide.

    apt-get install python3-networkx
    tests/tools/networkx_weights.py > tests/Ilnp.Tests/Matching/Solver/networkx.txt

The graphs are those of OracleGraphs.cs, number by number. Each line has the family, the seed, nodes, edges, the greatest weight, the greatest
weight when every pair costs the price, and the greatest weight among the matchings with most pairs, with their number.
"""
import sys

import networkx

SEEDS = range(1, 17)
PRICE = 40


class Numbers:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        mixed = (self.state ^ (self.state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
        return ((mixed ^ (mixed >> 31)) >> 33) % limit

    def between(self, lowest, highest):
        return lowest + self.below(highest - lowest + 1)


def scattered(numbers, nodes, edges, lowest, highest):
    """Edges anywhere, some of them twice between the same nodes; the heavier counts."""
    found = []
    for _ in range(edges):
        u = numbers.below(nodes)
        v = numbers.below(nodes - 1)
        found.append((u, v + 1 if v >= u else v, numbers.between(lowest, highest)))
    return nodes, found


def nested(numbers, levels):
    """Three nodes, three such threes, and so on, at every level a lighter triangle: blossoms within blossoms."""
    nodes, found = 3**levels, []
    for level in range(levels):
        size = 3**level
        for start in range(0, nodes, 3 * size):
            for a, b in ((0, 1), (1, 2), (2, 0)):
                for _ in range(1 + level):
                    u = start + a * size + numbers.below(size)
                    v = start + b * size + numbers.below(size)
                    found.append((u, v, 200 - 30 * level + numbers.between(-2, 2)))
    return nodes, found


FAMILIES = {
    "dense": lambda numbers: scattered(numbers, numbers.between(50, 80), 2000, 1, 1000),
    "sparse": lambda numbers: scattered(numbers, numbers.between(150, 300), 500, 1, 1000),
    "unit": lambda numbers: scattered(numbers, numbers.between(80, 200), 220, 1, 1),
    "ties": lambda numbers: scattered(numbers, numbers.between(60, 150), 400, 36, 44),
    "negative": lambda numbers: scattered(numbers, numbers.between(60, 120), 400, -60, 120),
    "nested": lambda numbers: nested(numbers, numbers.between(4, 5)),
}


def solve(graph, price=0, most=False):
    """Weight and pairs of networkx's matching."""
    priced = networkx.Graph()
    priced.add_weighted_edges_from((u, v, w - price) for u, v, w in graph.edges(data="weight"))
    pairs = networkx.max_weight_matching(priced, maxcardinality=most)
    return sum(priced[u][v]["weight"] for u, v in pairs), len(pairs)


def main():
    print("# Made by tests/tools/networkx_weights.py with networkx", networkx.__version__)
    print("# family seed nodes edges weight weight-at-price-%d weight-of-most-pairs pairs" % PRICE)
    for number, (family, make) in enumerate(FAMILIES.items()):
        for seed in SEEDS:
            nodes, edges = make(Numbers(1000 * number + seed))
            graph = networkx.Graph()
            for u, v, weight in edges:
                if not graph.has_edge(u, v) or graph[u][v]["weight"] < weight:
                    graph.add_edge(u, v, weight=weight)
            most = solve(graph, most=True)
            print(family, seed, nodes, len(edges), solve(graph)[0], solve(graph, PRICE)[0], most[0], most[1])
            sys.stdout.flush()


if __name__ == "__main__":
    main()
