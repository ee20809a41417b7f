/** A key without the page number that a running head may carry on either side. */
export function withoutNumbers(key: string): string {
  return key.replace(/^[-·|/.~\d]{1,12}(?=\D)/, '').replace(/(?<=[^\d.])[-·|/.~\d]{1,12}$/, '');
}

/** A title, with nothing more than numbers, separators and other titles around it: 听懂弦外之音 第2章. */
export function repeatsTitle(key: string, titles: Set<string>): boolean {
  if (titles.has(key)) return true;
  for (let from = 0; from < key.length - 1; from += 1) {
    for (let to = key.length; to > from + 1; to -= 1) {
      if (
        titles.has(key.slice(from, to)) &&
        isAround(key.slice(0, from), titles) &&
        isAround(key.slice(to), titles)
      )
        return true;
    }
  }
  return false;
}

/** Numbers with what they count, and separators. */
const numbering =
  /[第卷篇]?[0-9〇零一二三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾]+(?:部分|单元|單元|[章篇讲講课課回节節条條部卷编編页頁])?/g;
const separators = /[-·|/.:~《》"()[\]]/g;

function isAround(rest: string, titles: Set<string>): boolean {
  return (
    rest === '' ||
    rest.replace(numbering, '').replace(separators, '') === '' ||
    titles.has(rest.replace(/^[-·|/.:~《》"]{1,9}/, '').replace(/[-·|/.:~《》"]{1,9}$/, ''))
  );
}
