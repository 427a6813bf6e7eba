import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = resolve(ROOT, 'dist');
const LEDGER = resolve(DIST, '.tsbuildinfo');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const settings = readFileSync(resolve(ROOT, 'tsconfig.json'), 'utf8');
const compilerOptions = {
  ...ts.convertCompilerOptionsFromJson(ts.parseConfigFileTextToJson('tsconfig.json', settings).config.compilerOptions, ROOT)
    .options,
  // A lone file does not see package.json, which makes every file a module.
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const maker = createHash('sha256').update(ts.version).update(settings).update(readFileSync(new URL(import.meta.url)));

/** What the last build compiled: each source file with the digest of the text that it saw. */
const built = new Map();
const builtAt = existsSync(LEDGER) ? statSync(LEDGER).mtimeMs : 0;
if (builtAt >= statSync(resolve(ROOT, 'tsconfig.json')).mtimeMs) {
  const { fileNames, fileInfos, version } = JSON.parse(readFileSync(LEDGER, 'utf8'));
  if (version === ts.version)
    for (const [index, name] of fileNames.entries()) built.set(resolve(DIST, name), fileInfos[index].version);
}

/**
 * TypeScript to JavaScript for Jest, unchecked (`npm run lint` checks types). What the last build made of the very same
 * text is taken from `dist`, which costs a tenth; tests, and whatever was changed since, are compiled here.
 */
export default {
  getCacheKey: (source, path, { configString }) =>
    maker.copy().update([configString, path, source].join('\0')).digest('hex'),
  process: (source, path) => (built.get(path) === sha256(source) && fromDist(path)) || compiled(source, path),
};

/** @returns undefined where the file is younger than the build's own books: that build was broken off. */
function fromDist(path) {
  const file = path.replace(ROOT, DIST).replace(/\.ts$/, '.js');
  if (!existsSync(file) || statSync(file).mtimeMs > builtAt) return undefined;
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  return { code: readFileSync(file, 'utf8'), map: { ...map, sources: [basename(path)] } };
}

function compiled(source, fileName) {
  const { outputText, sourceMapText } = ts.transpileModule(source, { fileName, compilerOptions });
  return { code: outputText, map: sourceMapText };
}
