import { dirname, join } from 'node:path';
import { npmTool } from '../tools.mjs';

/** The folder of npm as the official image of Node 24 has it. */
export async function npmPackage() {
  const program = await npmTool({ package: 'npm', version: '11.21.2', program: 'npm' });
  return join(dirname(program), '../npm');
}
