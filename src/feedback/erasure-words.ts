/** Stands where a title, a content or an answer stood: lists and pages go on working, and say what happened. */
export const ERASED_WORDS = 'Dữ liệu cá nhân đã được xóa';
