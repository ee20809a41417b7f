/** Labels that open a block of their own inside a rule, in Simplified Chinese. */
const names =
  '思考|思考题|讨论|讨论题|要点|小结|总结|本章小结|本节小结|自查|自测|自检|练习|行动|行动清单|点评|评析|解析|分析|启示|感悟|心得|提示|提醒|工具|知识点|延伸阅读|小贴士|注';
const printed = new RegExp(
  `^[【〖［\\[〔]\\s*(案例)?(${names}|思考題|討論|討論題|要點|小結|總結|自檢|練習|行動|點評|評析|啟示|啓示|工具|知識點|延伸閱讀|小貼士|註)\\s*[】〗］\\]〕]\\s*[：:]?`,
);

export interface Label {
  /** As printed, without brackets. */
  name: string;
  /** Nothing else stands in the paragraph. */
  alone: boolean;
}

/** The label that a paragraph starts with. */
export function labelOf(text: string): Label | undefined {
  const match = printed.exec(text);
  if (!match) return undefined;
  return { name: (match[1] ?? '') + match[2]!, alone: match[0].length === text.length };
}

/** Whether the label opens a comment on the story above it, so that everything from the story's marker down to it is story. */
export function takesStory(name: string): boolean {
  return /点评|點評|评析|評析|解析|分析|启示|啟示|啓示|感悟|心得/.test(name);
}
