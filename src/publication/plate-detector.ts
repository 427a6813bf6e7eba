import { type Detector, matches } from './detector.js';

/** 29A-123.45 · 30H1-12345 · 51F 123.45 · 29-B1 123.45 · 80A 1234. Small letters only where a dash or point says so. */
const LARGE =
  /(?<![\p{L}\p{N}./-])[1-9]\d[ –-]?(?:[A-ZĐ]{1,2}|[A-ZĐ]\d)[ .–-]{0,2}(?:\d{3}[. ]?\d{2}|\d{4})(?![\p{L}\p{N}])(?!\/)/gu;
const SMALL =
  /(?<![\p{L}\p{N}./-])[1-9]\d[–-]?[a-zđ]{1,2}\d?(?:[ –-]\d{3}\.\d{2}|[–-]\d{4,5})(?![\p{L}\p{N}])/gu;
const NAMED =
  /(?<!\p{L})(?:biển(?: kiểm soát| số)?|biển đăng ký|bks)(?: xe)?(?: là)?[ :]{1,3}(?<it>[1-9]\d[0-9A-ZĐa-zđ .–-]{3,9}\d)(?![\p{L}\p{N}])/dgiu;

/** Plates of cars and motorcycles. */
export const plates: Detector = (text) =>
  [LARGE, SMALL, NAMED].flatMap((pattern) => matches(text, pattern, 'plate'));
