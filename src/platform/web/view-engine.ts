import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { packageRoot } from '../config/package-root.js';
import { Translator } from '../i18n/translator.js';
import { Assets } from './assets.js';
import { viewHelpers } from './view-helpers.js';

/** What helpers need to know about the request that a page is made for. */
export interface ViewContext {
  readonly lang: string;
  /** Asked only by pages with a form: it gives the browser its visitor cookie. */
  readonly csrfToken: () => string;
}

const ENDING = '.hbs';
const COMPONENTS = 'components/';
/** Letters are texts, filled by `correspondence`. */
const LETTERS = 'mail/';

/** By name and source: several applications in one process (tests) share what costs a third of a second to make. */
const compiled = new Map<string, TemplateSpecification>();

/** All templates below `views/`, compiled when the product starts: a mistake in one stops the start, not a page. */
@Injectable()
export class ViewEngine {
  private readonly engine = Handlebars.create();
  private readonly templates = new Map<string, Handlebars.TemplateDelegate>();

  constructor(translator: Translator, assets: Assets) {
    const helpers = viewHelpers(translator, assets);
    this.engine.registerHelper(helpers);
    // Strict: a misspelt field or helper throws instead of printing nothing.
    const knownHelpers = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
    // No indenting: a partial would push the second line of what people wrote in a textarea to the right.
    const options = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true };
    const folder = join(packageRoot(), 'views');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const name = file.slice(0, -ENDING.length).replaceAll('\\', '/');
      if (!file.endsWith(ENDING) || name.startsWith(LETTERS)) continue;
      const template = this.compile(name, readFileSync(join(folder, file), 'utf8'), options);
      this.templates.set(name, template);
      this.engine.registerPartial(name.startsWith(COMPONENTS) ? basename(name) : name, template);
    }
  }

  /**
   * @param view the template's name below `views/`
   * @param root the variables of the page, which the layout sees as well
   * @returns the whole document
   */
  render(view: string, root: object, context: ViewContext): string {
    const data = { context };
    const body = this.template(view)(root, { data });
    return this.template('layout/page')({ ...root, body }, { data });
  }

  has(view: string): boolean {
    return this.templates.has(view);
  }

  private template(view: string): Handlebars.TemplateDelegate {
    const template = this.templates.get(view);
    if (!template) throw new Error(`views/${view}${ENDING} does not exist`);
    return template;
  }

  /** `precompile`, because `compile` waits for the first rendering before it finds the mistakes. */
  private compile(name: string, source: string, options: PrecompileOptions): Handlebars.TemplateDelegate {
    const key = `${name}\n${source}`;
    let specification = compiled.get(key);
    try {
      if (!specification) {
        const code = this.engine.precompile(source, options) as string;
        const filename = `views/${name}${ENDING}`;
        specification = new Script(`(${code})`, { filename }).runInThisContext() as TemplateSpecification;
        compiled.set(key, specification);
      }
      return this.engine.template(specification);
    } catch (error) {
      throw new Error(`views/${name}${ENDING}: ${(error as Error).message}`, { cause: error });
    }
  }
}
