/** Topic of letters about accounts; the payload names the letter and the person. `correspondence` words and sends them. */
export const ACCOUNT_MAIL = 'letter.account';
