/** npm run docs:lifecycle — draws diagram and table from src/feedback/lifecycle.ts into docs/architecture.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { lifecycleDiagram, lifecycleTable } from '../../dist/src/feedback/lifecycle-diagram.js';

const page = 'docs/architecture.md';
const drawn = `<!-- lifecycle -->\n\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\`\n\n${lifecycleTable()}\n<!-- /lifecycle -->`;
const text = await readFile(page, 'utf8');
await writeFile(page, text.replace(/<!-- lifecycle -->[\s\S]*<!-- \/lifecycle -->/, () => drawn));
