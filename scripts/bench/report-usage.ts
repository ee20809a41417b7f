// Loaded before a program that is measured (`node --import`): writes what it took into the file that USAGE_FILE names.
import { writeFileSync } from 'node:fs';

const file = process.env['USAGE_FILE'];
process.on('exit', () => {
  if (file !== undefined) writeFileSync(file, JSON.stringify(process.resourceUsage()));
});
