/**
 * Model files in Cache Storage, stored by checksum, so that a new model never mixes with old files. If the browser refuses
 * storage (private windows, no space), files stay in memory and are downloaded again next time.
 */

/** The page deletes this cache when a person removes the model. */
const MODEL_CACHE = 'quals-model-files';

export interface FileStore {
  readFile(sha256: string): Promise<Response | undefined>;
  /** False if there was no room. */
  writeFile(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  readManifest(url: string): Promise<string | undefined>;
  writeManifest(url: string, text: string): Promise<boolean>;
  /** Manifests of all models that were loaded on this origin. */
  manifests(): Promise<string[]>;
  /** Deletes every file except these. */
  keepOnly(sha256s: ReadonlySet<string>): Promise<void>;
}

/** Undefined if the browser has no storage. */
export async function openFileStore(): Promise<FileStore | undefined> {
  try {
    return new CacheFileStore(await caches.open(MODEL_CACHE));
  } catch {
    // ReferenceError, SecurityError, QuotaExceededError or UnknownError, depending on the browser.
    return undefined;
  }
}

const FILE_FOLDER = '/model-file/';
const MANIFEST_FOLDER = '/model-manifest/';

class CacheFileStore implements FileStore {
  constructor(private readonly cache: Cache) {}

  readFile(sha256: string): Promise<Response | undefined> {
    return this.cache.match(FILE_FOLDER + sha256);
  }

  writeFile(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    return this.write(FILE_FOLDER + sha256, new Response(bytes));
  }

  async readManifest(url: string): Promise<string | undefined> {
    return (await this.cache.match(manifestKey(url)))?.text();
  }

  writeManifest(url: string, text: string): Promise<boolean> {
    return this.write(manifestKey(url), new Response(text));
  }

  async manifests(): Promise<string[]> {
    const keys = await this.cache.keys();
    const stored = keys.filter(({ url }) => new URL(url).pathname.startsWith(MANIFEST_FOLDER));
    const responses = await Promise.all(stored.map((key) => this.cache.match(key)));
    return Promise.all(responses.flatMap((response) => (response ? [response.text()] : [])));
  }

  async keepOnly(sha256s: ReadonlySet<string>): Promise<void> {
    for (const key of await this.cache.keys()) {
      const { pathname } = new URL(key.url);
      const unwanted = pathname.startsWith(FILE_FOLDER) && !sha256s.has(pathname.slice(FILE_FOLDER.length));
      if (unwanted) await this.cache.delete(key);
    }
  }

  private async write(key: string, response: Response): Promise<boolean> {
    try {
      await this.cache.put(key, response);
      return true;
    } catch (error) {
      if (error instanceof DOMException) return false; // QuotaExceededError, or storage cleared meanwhile
      throw error;
    }
  }
}

function manifestKey(url: string): string {
  return MANIFEST_FOLDER + encodeURIComponent(url);
}
