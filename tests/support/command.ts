import { execFile } from 'node:child_process';

export interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs a command of local/commands/ as a person does, with the settings of this process and some others. */
export const runCommand = (name: string, parameters: string[], settings: Record<string, string> = {}) =>
  new Promise<Said>((resolve) => {
    execFile(
      process.execPath,
      [`local/commands/${name}.ts`, ...parameters],
      { env: { ...process.env, ...settings } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
