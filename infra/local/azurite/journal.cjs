// Azurite saves its databases every few seconds: whatever it had answered since is gone when it is killed. Here every change is
// appended to a log beside the database before the request that made it is answered, one line a request, so that a request
// counts wholly or not at all. A save begins a new log and deletes the ones before; the next start takes in what is left.
const { AsyncLocalStorage } = require("node:async_hooks");
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const Loki = require("lokijs");

const request = new AsyncLocalStorage();
const open = new Set();
const firstLog = 1;

/** Takes in what the last saves lack. Before Azurite reads its databases. */
function recover(location) {
  const unfinished = fs.readdirSync(location).filter((file) => /\.json(~|\.new)$/.test(file));
  for (const file of unfinished) fs.rmSync(path.join(location, file));
  const logs = fs.readdirSync(location).map((file) => /^(.+\.json)\.log\.(\d+)$/.exec(file)).filter(Boolean);
  for (const name of new Set(logs.map((log) => log[1]))) {
    const mine = logs.filter((log) => log[1] === name).sort((one, other) => one[2] - other[2]).map((log) => path.join(location, log[0]));
    const file = path.join(location, name);
    const database = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : JSON.parse(new Loki(file, { persistenceMethod: "memory" }).serialize());
    for (const change of mine.flatMap(changesIn)) apply(database, change);
    for (const collection of database.collections) settle(collection);
    database.databaseVersion = 1.4; // the version of which all indices are built anew
    writeWhole(file, JSON.stringify(database));
    for (const log of mine) fs.rmSync(log);
  }
}

/** A line that was not written to its end belongs to a request that was not answered. */
function changesIn(log) {
  const lines = fs.readFileSync(log, "utf8").split("\n");
  return lines.slice(0, -1).flatMap((line) => JSON.parse(line));
}

function apply(database, [kind, name, value]) {
  const collection = database.collections.find((one) => one.name === name);
  if (kind === "new") {
    if (!collection) database.collections.push({ ...value, data: [] });
  } else if (!collection) return;
  else if (kind === "drop") database.collections = database.collections.filter((one) => one !== collection);
  else if (kind === "put") documents(collection).set(value.$loki, value);
  else if (kind === "delete") documents(collection).delete(value);
  else if (kind === "clear") documents(collection).clear();
}

/** A collection's documents by their id, while changes are taken in. */
function documents(collection) {
  return (collection.byId ??= new Map(collection.data.map((document) => [document.$loki, document])));
}

/** Documents in the order of their ids again. */
function settle(collection) {
  if (!collection.byId) return;
  collection.data = [...collection.byId.values()].sort((one, other) => one.$loki - other.$loki);
  delete collection.byId;
  collection.maxId = Math.max(collection.maxId ?? 0, collection.data.at(-1)?.$loki ?? 0);
  collection.idIndex = null;
}

function writeWhole(file, content) {
  const descriptor = fs.openSync(`${file}.new`, "w");
  try {
    fs.writeFileSync(descriptor, content); // to the last byte, unlike writeSync, which stops where the disk is full
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  fs.renameSync(`${file}.new`, file);
}

/** Of one database. */
class Journal {
  constructor(database) {
    this.file = database.filename;
    this.number = firstLog;
  }

  /** In words at once: the document may change again before the request ends. */
  note(...change) {
    const text = JSON.stringify(change);
    const changes = request.getStore();
    if (changes && open.has(changes)) changes.push({ journal: this, text });
    else this.append([text]);
  }

  append(texts) {
    try {
      fs.appendFileSync(`${this.file}.log.${this.number}`, `[${texts.join()}]\n`);
    } catch (error) {
      console.error(`${this.file} cannot be written: ${error.message}`); // as good as killed: nothing more may be answered
      process.exit(1);
    }
  }

  /** The number of the log that begins: what it holds is not in the save that begins with it. */
  turnPage() {
    return ++this.number;
  }

  /** The save has what was noted before its page. */
  forget(page) {
    for (let number = page - 1; fs.existsSync(`${this.file}.log.${number}`); number--) fs.rmSync(`${this.file}.log.${number}`);
  }
}

/** Notes what changes in the databases, and writes it down before a request is answered. */
function keep() {
  const journals = new WeakMap();
  const journalOf = (database) => journals.get(database) ?? journals.set(database, new Journal(database)).get(database);
  const { addCollection, removeCollection, saveDatabaseInternal } = Loki.prototype;

  Loki.prototype.addCollection = function (name) {
    const isNew = !this.collections.some((one) => one.name === name);
    const collection = addCollection.apply(this, arguments);
    if (isNew) journalOf(this).note("new", name, { ...JSON.parse(JSON.stringify(collection, this.serializeReplacer)), data: [] });
    Object.defineProperty(collection, "journal", { value: journalOf(this), configurable: true });
    return collection;
  };
  Loki.prototype.removeCollection = function (name) {
    journalOf(this).note("drop", name);
    return removeCollection.apply(this, arguments);
  };
  Loki.prototype.saveDatabaseInternal = function (callback, tries = 200) {
    if (tries > 0 && [...open].some((changes) => changes.length > 0)) // no half of a request, unless there is no end of them
      return void setTimeout(() => this.saveDatabaseInternal(callback, tries - 1), 5);
    const journal = journalOf(this);
    const page = journal.turnPage();
    saveDatabaseInternal.call(this, (error) => {
      if (!error) journal.forget(page);
      callback?.(error);
    });
  };
  watch(Loki.Collection.prototype);
  answerAfterWriting();
}

function watch(collection) {
  const { insertOne, update, remove, removeBatchByPositions, clear } = collection;
  collection.insertOne = function () {
    const inserted = insertOne.apply(this, arguments);
    this.journal?.note("put", this.name, inserted);
    return inserted;
  };
  collection.update = function (document) {
    const updated = update.apply(this, arguments);
    if (!Array.isArray(document)) this.journal?.note("put", this.name, updated);
    return updated;
  };
  collection.remove = function (document) {
    const id = document?.$loki ?? document;
    const removed = remove.apply(this, arguments);
    if (typeof id === "number") this.journal?.note("delete", this.name, id);
    return removed;
  };
  collection.removeBatchByPositions = function (positions) {
    const ids = positions.map((position) => this.data[position].$loki);
    const removed = removeBatchByPositions.apply(this, arguments);
    for (const id of ids) this.journal?.note("delete", this.name, id);
    return removed;
  };
  collection.clear = function () {
    this.journal?.note("clear", this.name);
    return clear.apply(this, arguments);
  };
}

function answerAfterWriting() {
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (event, _, response) {
    if (event !== "request") return emit.apply(this, arguments);
    const changes = [];
    open.add(changes);
    const { end } = response;
    response.end = function () {
      writeDown(changes);
      return end.apply(this, arguments);
    };
    response.on("close", () => writeDown(changes)); // whoever asked has hung up: what was done is done
    return request.run(changes, () => emit.apply(this, arguments));
  };
}

function writeDown(changes) {
  if (!open.delete(changes)) return;
  const texts = new Map();
  for (const { journal, text } of changes.splice(0)) texts.set(journal, [...(texts.get(journal) ?? []), text]);
  for (const [journal, noted] of texts) journal.append(noted);
}

module.exports = { recover, keep };
