import { describe, expect, it } from '@jest/globals';
import { UsageError } from '../kernel/errors.js';
import { clockOf } from './config.module.js';
import { Settings } from './settings.js';

const faultOf = (environment: Record<string, string>): string => {
  try {
    Settings.from(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('was accepted');
};

describe('settings', () => {
  it('have defaults that serve a ward office', () => {
    expect(Settings.from({})).toMatchObject({
      port: 3000,
      databaseUrl: 'sqlite:data/lang-nghe.sqlite',
      replicaUrls: [],
      baseUrl: 'http://localhost:3000',
      sessionSecret: null,
      dataDir: 'data',
      trustProxy: false,
      startOfTime: null,
      logLevel: 'info',
      production: true,
      https: false,
      demo: false,
    });
  });

  it('treat an empty variable as one that is not there', () => {
    expect(Settings.from({ PORT: '', BASE_URL: '  ', NOW: '' })).toMatchObject({
      port: 3000,
      startOfTime: null,
    });
  });

  it('keep the secrets beside the SQLite file, or where STORAGE_DIR says', () => {
    expect(Settings.from({ DATABASE_URL: 'sqlite:/var/lib/ln/a.sqlite' }).dataDir).toBe('/var/lib/ln');
    expect(Settings.from({ DATABASE_URL: 'sqlite:a.sqlite' }).dataDir).toBe('.');
    expect(Settings.from({ DATABASE_URL: 'postgres://u:p@h/d' }).dataDir).toBe('data');
    expect(Settings.from({ STORAGE_DIR: '/srv/files' }).dataDir).toBe('/srv/files');
  });

  it('take replicas, proxies and an https address', () => {
    const settings = Settings.from({
      DATABASE_REPLICA_URLS: 'postgres://a/d, postgres://b/d',
      TRUST_PROXY: 'loopback, 10.0.0.0/8',
      BASE_URL: 'https://pakn.example.gov.vn/',
    });
    expect(settings.replicaUrls).toEqual(['postgres://a/d', 'postgres://b/d']);
    expect(settings.trustProxy).toBe('loopback, 10.0.0.0/8');
    expect(settings.baseUrl).toBe('https://pakn.example.gov.vn');
    expect(settings.https).toBe(true);
    expect(Settings.from({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['BASE_URL', 'pakn.example.gov.vn'],
    ['BASE_URL', 'ftp://pakn.example.gov.vn'],
    ['BASE_URL', 'https://pakn.example.gov.vn/app'],
    ['NODE_ENV', 'live'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['NOW', 'today'],
    ['NOW', '2026-02-30'],
    ['NOW', '2026-02-30T25:00:00'],
    ['NOW', '2026-11-20T08:00:00Z,frozen'],
    ['NOW', '2026-11-20T08:00:00Z,fixed,fixed'],
    ['SESSION_SECRET', 'short'],
    ['SMTP_URL', 'mail.example.gov.vn'],
    ['SMTP_URL', 'http://mail.example.gov.vn'],
    ['SMTP_URL', 'smtp://mail.example.gov.vn/box'],
    ['SMTP_URL', 'smtp://mail.example.gov.vn?timeout=60'],
    ['SMTP_URL', 'smtp://mail.example.gov.vn?tls=perhaps'],
    ['MAIL_FROM', 'pakn'],
    ['MAIL_FROM', 'A <pakn@example.gov.vn>, b@example.gov.vn'],
    ['MAIL_FROM', 'Phản ánh\r\nBcc: <x@example.gov.vn>'],
  ])('refuse %s=%s in one line that names it', (name, value) => {
    const fault = faultOf({ [name]: value });
    expect(fault).toMatch(new RegExp(`^${name}: `));
    expect(fault).not.toContain('\n');
  });

  it('never say a secret back', () => {
    expect(faultOf({ SESSION_SECRET: 'kin-dao-qua-ngan' })).not.toContain('kin-dao');
    expect(faultOf({ SMTP_URL: 'smtp://an:matkhau@mail.example.gov.vn/box' })).not.toContain('matkhau');
    expect(faultOf({ BASE_URL: 'https://an:matkhau@pakn.example.gov.vn' })).not.toContain('matkhau');
  });

  it('know the mail server, and demand encryption where a password goes over the line', () => {
    const from = { MAIL_FROM: 'Tiếp nhận <pakn@example.gov.vn>' };
    const smtpOf = (SMTP_URL: string) => Settings.from({ SMTP_URL, ...from }).smtp;
    expect(smtpOf('smtp://an:m%40t@mail.example.gov.vn')).toEqual({
      ...{ host: 'mail.example.gov.vn', port: 587, tls: 'required', timeout: 20_000 },
      auth: { user: 'an', pass: 'm@t' },
    });
    expect(smtpOf('smtp://localhost:25?timeout=5')).toMatchObject({
      port: 25,
      tls: 'offered',
      timeout: 5_000,
    });
    expect(smtpOf('smtps://mail.example.gov.vn')).toMatchObject({ port: 465, tls: 'implicit' });
    expect(Settings.from(from).mailFrom).toEqual({ name: 'Tiếp nhận', address: 'pakn@example.gov.vn' });
    expect(Settings.from({}).smtp).toBeNull();
    expect(faultOf({ SMTP_URL: 'smtp://localhost' })).toMatch(/^MAIL_FROM: is needed/);
  });

  it('refuse another time in production, and take it elsewhere', () => {
    const NOW = '2026-11-20T08:00:00+07:00';
    expect(faultOf({ NODE_ENV: 'production', NOW })).toMatch(/^NOW: /);
    expect(Settings.from({ NOW }).startOfTime).toEqual({ instant: Date.parse(NOW), fixed: false });
    expect(Settings.from({ NOW: `${NOW},fixed` }).startOfTime).toEqual({
      instant: Date.parse(NOW),
      fixed: true,
    });
  });

  it('read a time without a zone as Vietnam’s', () => {
    expect(Settings.from({ NOW: '2026-11-20T08:00:00' }).startOfTime?.instant).toBe(
      Date.parse('2026-11-20T01:00:00Z'),
    );
    expect(Settings.from({ NOW: '2026-11-20' }).startOfTime?.instant).toBe(
      Date.parse('2026-11-19T17:00:00Z'),
    );
  });

  it('give a clock that stands, or one that runs on', () => {
    const instant = Date.parse('2021-02-03T13:37:00+07:00');
    expect(clockOf({ startOfTime: { instant, fixed: true } }).now()).toBe(instant);
    const running = clockOf({ startOfTime: { instant, fixed: false } }).now();
    expect(running).toBeGreaterThanOrEqual(instant);
    expect(running).toBeLessThan(instant + 60_000);
  });
});
