import { describe, expect, it } from '@jest/globals';
import { asJson, asXml } from './open311-document.js';

describe('a GeoReport document', () => {
  it('is a bare list in JSON and named elements in XML', () => {
    const services = { root: 'services', body: [{ service_code: 'dat-dai', metadata: true, keywords: '' }] };
    expect(asJson(services)).toBe('[{"service_code":"dat-dai","metadata":true,"keywords":""}]');
    expect(asXml(services)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>dat-dai</service_code>' +
        '<metadata>true</metadata><keywords/></service></services>\n',
    );
  });

  it('names the members of lists inside, and leaves nothing for nothing', () => {
    const body = { attributes: [{ code: 'kind', values: [{ key: 'a', name: 'b' }] }], lat: null };
    expect(asXml({ root: 'service_definition', body })).toContain(
      '<attributes><attribute><code>kind</code><values><value><key>a</key><name>b</name></value></values>' +
        '</attribute></attributes><lat/>',
    );
  });

  it('escapes what would be markup and drops what XML cannot hold', () => {
    const body = { description: 'a < b & c > d ]]> \u0001\u000B\uD800 \u{1F600}\n' };
    expect(asXml({ root: 'request', body })).toContain(
      '<description>a &lt; b &amp; c &gt; d ]]&gt;  \u{1F600}\n</description>',
    );
  });
});
