import { promisifyRequest } from 'idb-keyval';

/**
 * The one place in this browser where things are kept: a database (IndexedDB) with one store, name to record.
 * Looking makes nothing: a person who has kept nothing has no database.
 */

const databaseName = 'kept';
const storeName = 'drawers';

export type Records = ReadonlyMap<string, unknown>;

let connection: Promise<IDBDatabase | undefined> | undefined;

/** All that is kept. Undefined where nothing was ever kept; rejects where the browser keeps nothing. */
export async function look(): Promise<Records | undefined> {
  const database = await connect(false);
  return database && readAll(database.transaction(storeName).objectStore(storeName));
}

/**
 * Changes what is kept in one step, which no other tab can come between: `decide` sees what is there and
 * names what to put, and with undefined what to take away. When it returns nothing, nothing changes.
 */
export async function change(decide: (now: Records) => Records | undefined): Promise<boolean> {
  const database = await connect(true);
  if (!database) throw new Error('The database that was asked for was not made');
  const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
  const done = promisifyRequest(store.transaction);
  const changes = decide(await readAll(store));
  for (const [name, record] of changes ?? []) {
    if (record === undefined) store.delete(name);
    else store.put(record, name);
  }
  await done;
  return changes !== undefined;
}

/** Deletes the database itself. Other tabs let go of it when they hear of it. */
export async function destroy(): Promise<void> {
  const open = await connection?.catch(() => undefined);
  connection = undefined;
  open?.close();
  if (typeof indexedDB === 'undefined') return;
  const listed = await indexedDB.databases?.().catch(() => []);
  const names = new Set([databaseName, ...(listed ?? []).flatMap(({ name }) => name ?? [])]);
  await Promise.all([...names].map((name) => promisifyRequest(indexedDB.deleteDatabase(name))));
}

function connect(make: boolean): Promise<IDBDatabase | undefined> {
  const opening = (connection ?? Promise.resolve(undefined)).then((open) => open ?? connectAnew(make));
  connection = opening.catch(() => undefined);
  return opening;
}

function connectAnew(make: boolean): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    // without a version: what a newer version of this site made opens too
    const request = indexedDB.open(databaseName);
    let unmade = false;
    request.onupgradeneeded = () => {
      if (make) request.result.createObjectStore(storeName);
      else {
        unmade = true;
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => {
      const database = request.result;
      const letGo = () => {
        database.close();
        connection = undefined;
      };
      database.onversionchange = letGo;
      // Safari closes connections by itself
      database.onclose = letGo;
      resolve(database);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (unmade) resolve(undefined);
      else reject(request.error ?? new Error('The browser keeps nothing'));
    };
  });
}

async function readAll(store: IDBObjectStore): Promise<Records> {
  const [keys, values] = await Promise.all([
    promisifyRequest(store.getAllKeys()),
    promisifyRequest<unknown[]>(store.getAll()),
  ]);
  return new Map(keys.map((key, index) => [String(key), values[index]]));
}
