/**
 * Words that begin like a unit of measure: behind a number, 人员 in 4 人员要求 and 分类 in 3分类 begin a title, where 人 and 分 count
 * something.
 */
export const unitWords =
  '人[员事力身工民机才]|年[度假终审检会金龄薪]|月[度报末结薪]|日[常志报程用检]|个[人体性案]|次[品级序]|名[词称单片誉]|天[然花]|分[类工级部店公区项包析支配拣销层享]|点[检货名]|条[件款]|位置|成[本品员果]|级别|种类|多[元样]|万[一能]|小时工|元[件器]';
