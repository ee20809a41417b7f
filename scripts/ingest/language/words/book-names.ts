/** What a handbook is called; more about its readers may follow in brackets. */
const handbook =
  /(?:手册|手冊|规范|規範|指南|制度|守则|守則|规程|規程|规定|規定|须知|須知|教程|教材|讲义|講義|指引|读本|讀本|宝典|寶典|汇编|彙編|细则|細則|问答|問答|解答|标准|標準|办法|辦法|章程|话术|話術|攻略|大全|流程)\s*(?:[（(【［][^）)】］]{1,20}[）)】］])?$/u;
/** The same of a whole book alone: a chapter is hardly ever called so. */
const wholeBook =
  /(?:手册|手冊|指南|汇编|彙編|读本|讀本|宝典|寶典|(?:程序|作业|作業)文件|handbook|manual|playbook|guide(?:book)?)\s*(?:[\p{L}\d.·—–-]{1,8}版?|[vV][\d.]+)?\s*(?:[（(【［][^）)】］]{1,20}[）)】］])?$/iu;

/** Whether a name is that of a handbook or of a single policy: 考勤管理制度, 员工手册（试行）. */
export function namesHandbook(text: string): boolean {
  return handbook.test(text);
}

/** Whether a name is that of a whole book: 员工手册, Staff Handbook. */
export function namesBook(text: string): boolean {
  return wholeBook.test(text.replace(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, ''));
}
