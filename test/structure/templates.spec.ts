import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

let templates: Map<string, string>;
let code: string;

beforeAll(async () => {
  // Letters are no pages: `correspondence` checks each of them when it starts.
  const names = (await readdir('views', { recursive: true })).filter(
    (file) => file.endsWith('.hbs') && !file.startsWith('mail/'),
  );
  const texts = await Promise.all(names.map((name) => readFile(join('views', name), 'utf8')));
  templates = new Map(names.map((name, i) => [name.replace(/\.hbs$/, ''), texts[i] ?? '']));
  const files = (await readdir('src', { recursive: true })).filter((file) => /(?<!\.spec)\.ts$/.test(file));
  code = (await Promise.all(files.map((file) => readFile(join('src', file), 'utf8')))).join('\n');
});

describe('the templates', () => {
  it('stay under a hundred lines', () => {
    const long = [...templates].filter(([, text]) => text.split('\n').length > 100);
    expect(long.map(([name]) => name)).toEqual([]);
  });

  it('print everything escaped, but the body that was rendered already', () => {
    const raw = [...templates].flatMap(([name, text]) =>
      [...text.matchAll(/\{\{\{.*?\}\}\}/g)]
        .filter(([hit]) => hit !== '{{{body}}}')
        .map(([hit]) => `${name}: ${hit}`),
    );
    expect(raw).toEqual([]);
  });

  it('hold no inline script, style or handler', () => {
    const inline = [...templates].filter(([, text]) =>
      /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/i.test(text),
    );
    expect(inline.map(([name]) => name)).toEqual([]);
  });

  it('put the token into every form that posts', () => {
    const bare = [...templates].filter(([, text]) =>
      text
        .split(/<form\b/)
        .slice(1)
        .some((form) => /^[^>]*method="post"/i.test(form) && !form.split('</form>')[0]?.includes('{{csrf}}')),
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it('are all used, and those that are named exist', () => {
    const partials = new Set(
      [...templates.values()].flatMap((text) =>
        [...text.matchAll(/\{\{~?#?>\s*([\w/-]+)/g)].map((m) => m[1] ?? ''),
      ),
    );
    const names = [...templates.keys()];
    const unused = names.filter((name) => {
      const [folder, base = ''] = name.split('/');
      return folder === 'components'
        ? !partials.has(base)
        : !code.includes(`'${name}'`) && !partials.has(name) && folder !== 'layout';
    });
    expect(unused).toEqual([]);
    const missing = [...code.matchAll(/page\(\s*'([\w/-]+)'/g)]
      .map((m) => m[1] ?? '')
      .filter((name) => !templates.has(name));
    expect(missing).toEqual([]);
  });
});
