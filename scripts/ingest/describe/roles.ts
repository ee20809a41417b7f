import { startsWithName } from '../language/words/names.ts';
import type { WordedText } from './worded-text.ts';

/** Roles as readers look for them, each with the wordings that mean it; a longer role is before those that its name contains. */
const roles: [string, RegExp][] = [
  ['客户经理', /客户经理|客户代表|客户主管/],
  ['项目经理', /项目经理|项目负责人|项目主管/],
  ['产品经理', /产品经理/],
  ['交付经理', /交付经理|交付负责人/],
  ['服务工程师', /(?:服务|维修|维护|售后|值班|驻场|现场|网络)工程师|维保班长|调音师/],
  ['服务主管', /服务(?:主管|经理|总监)/],
  ['工程师', /(?<!服务|维修|维护|售后|值班|驻场|现场|网络)工程师|技术员|总工/],
  ['售前', /售前|解决方案(?:经理|顾问|架构师)/],
  ['顾问', /顾问/],
  ['销售', /销售(?!额|量|渠道|部|线|出)|业务员|推销员/],
  ['客服', /客服|坐席|接线员|话务员/],
  ['采购', /采购(?!量|额|价|单)/],
  ['总经理', /(?<!副)总经理/],
  ['厂长', /厂长/],
  ['院长', /院长/],
  ['店长', /店长|店主/],
  ['老板', /老板/],
  ['调度员', /调度员/],
  ['司机', /司机|送货师傅/],
  ['质检员', /质检员|验收员|检验员/],
  ['财务', /财务(?!软件|系统)|会计|出纳/],
];

/** A case has at most so many roles. */
const maxRoles = 2;

/** Roles of people who are named (客户经理小唐); in a story without names, the role mentioned first. */
export function rolesIn(text: WordedText): string[] {
  const mentions = roles.flatMap(([role, wording]) =>
    text.mentions(new RegExp(wording, 'g')).map((match) => ({
      role,
      at: match.index,
      named: startsWithName(text.text.slice(match.index + match[0].length)),
    })),
  );
  mentions.sort((a, b) => a.at - b.at);
  const named = mentions.filter((mention) => mention.named);
  return [...new Set((named.length > 0 ? named : mentions.slice(0, 1)).map(({ role }) => role))].slice(
    0,
    maxRoles,
  );
}
