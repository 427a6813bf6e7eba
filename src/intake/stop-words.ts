/**
 * Words that join others and tell no matter apart, folded: articles, pronouns, particles, greetings of a letter.
 * Folding makes some of them one with a word that means something (cho, chờ, chợ): both texts lose it alike.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a ai anh ay ba ban bang bao bi boi cac cach cai can cang chang chi chinh cho chua chu chung co con cua cung cuoc da
  dang dau day de deu di do doi duoc em gi gia gui ha han hay hon it kem khi kho khong kinh la lai lam len luc luon ma
  mang may mot muon nao nay nen neu nhe nhieu nhu nhung nua o oi ong phai qua quy ra rang rat roi sau se so ta tai tam
  than that theo thi thoi thua to toi trong tren tru tu tung va van vao vay ve vi viec voi vua xin xong y`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
