/** Languages of what is handed out; `both` is Chinese with English beneath. */
export type Variant = 'zh' | 'en' | 'both';
