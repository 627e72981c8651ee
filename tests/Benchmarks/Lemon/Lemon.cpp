// LEMON's exact matching on a graph file ("n m" and then "u v weight" a line): weight, pairs and the best of three times in seconds.
#include <lemon/matching.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <vector>

int main(int, char** arguments) {
  std::ifstream file(arguments[1]);
  int nodes;
  long edges;
  file >> nodes >> edges;
  lemon::SmartGraph graph;
  std::vector<lemon::SmartGraph::Node> node;
  for (int v = 0; v < nodes; ++v) node.push_back(graph.addNode());
  lemon::SmartGraph::EdgeMap<long long> weight(graph);
  for (long e = 0; e < edges; ++e) {
    int u, v;
    long long w;
    file >> u >> v >> w;
    weight[graph.addEdge(node[u], node[v])] = w;
  }
  double best = 1e9;
  long long sum = 0;
  int pairs = 0;
  for (int run = 0; run < 3; ++run) {
    auto start = std::chrono::steady_clock::now();
    lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<long long>> matching(graph, weight);
    matching.run();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    sum = matching.matchingWeight();
    pairs = matching.matchingSize();
  }
  std::cout << sum << ' ' << pairs << ' ' << best << '\n';
}
