const LEADING = /^(?:ông|bà|anh|chị|cô|chú|bác|thầy|đồng chí|đ\/c|tên là|tên)\s+/iu;
/** Words of an office: “Cán bộ một cửa” names nobody. */
const OFFICE =
  /^(?:cán bộ|nhân viên|chuyên viên|công chức|viên chức|bộ phận|phòng|ban|ubnd|uỷ ban|ủy ban|chủ tịch|phó|trưởng|lãnh đạo|giám đốc|công an|người|một|các|tất cả|không)(?!\p{L})/iu;
const MOST = 5;

/** @returns the names in what the citizen wrote about whom it concerns; none where only an office is named. */
export function officerNames(concerned: string | null): string[] {
  return (concerned ?? '')
    .split(/[,;()–\n]| - | và | hoặc /u)
    .map((part) => withoutOffice(part.trim().replace(LEADING, '')))
    .filter((name) => name !== '' && name.split(/\s+/).length <= MOST);
}

/** “cán bộ Trần Văn Bình”: the run of capitals behind the office. */
function withoutOffice(part: string): string {
  if (!OFFICE.test(part)) return part;
  return /(?:^|\s)((?:\p{Lu}\p{Ll}+\s+){1,3}\p{Lu}\p{Ll}+)$/u.exec(part)?.[1]?.replace(LEADING, '') ?? '';
}
