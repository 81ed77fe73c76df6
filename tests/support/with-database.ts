import { spawn } from 'node:child_process';
import { startTestStack } from './stack.ts';

/** Runs a command that reads the database when it starts, as `astro check` does to know the content. */
const stack = await startTestStack();
const [command = '', ...parameters] = process.argv.slice(2);
const child = spawn(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
child.on('close', (code) => {
  process.exitCode = code ?? 1;
  void stack.close();
});
