/** Languages of an exported file; `both` is Chinese with English beneath. */
export type Variant = 'zh' | 'en' | 'both';
