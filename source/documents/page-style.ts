import {clip, visible} from '../text.ts';

/**
 * How a page looks, on a screen by day and by night, on a phone and on A4. Whatever is coloured is also said in words or
 * told by its shape. On a phone the log is read downwards, an entry below its times: what was said is never off the edge.
 */
const style = `
:root{color-scheme:light dark;--ink:#16191d;--paper:#fff;--soft:#f1f3f5;--line:#71777f;--bar:#2b6cb0;--late:#b42318;--left:#6b7280;--mark:#7a3e00}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#15181c;--soft:#22272d;--line:#8b929b;--bar:#6cb0f5;--late:#ff8a7a;--left:#a3aab3;--mark:#ffc078}}
*{box-sizing:border-box}
html{scroll-padding:4rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI","Liberation Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:80rem;margin:0 auto;padding:0 1rem 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:1rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.25rem 0 .5rem}
a{color:inherit}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.25rem;z-index:3;padding:.25rem .75rem;background:var(--paper);outline:3px solid var(--bar)}
.marking{position:sticky;z-index:2;padding:.2rem 1rem;background:var(--ink);color:var(--paper);text-align:center;font-weight:700;letter-spacing:.05em}
.marking p{margin:0;max-height:3em;overflow:hidden}
header.marking{top:0}
footer.marking{bottom:0}
.wide{overflow-x:auto;margin:.5rem 0}
.wide:focus-visible{outline:3px solid var(--bar);outline-offset:2px}
table{border-collapse:collapse;font-size:.9rem;overflow-wrap:break-word}
caption,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
thead th{background:var(--soft)}
tbody th{font-weight:600}
#log{width:100%}
#log th:first-child,#log td:nth-child(2){white-space:nowrap}
#log td:last-child{min-width:18rem}
s{color:var(--ink);text-decoration-thickness:2px;text-decoration-color:var(--late)}
svg{display:block;width:100%;min-width:50rem;height:auto;font:13px system-ui,"Liberation Sans",sans-serif;fill:currentColor}
svg .rule{stroke:var(--line);stroke-width:1}
svg .grid{stroke:var(--line);stroke-width:1;opacity:.35}
svg .bar,svg .count{fill:var(--bar)}
svg .late{fill:var(--paper);stroke:var(--late);stroke-width:2}
svg .left{stroke:var(--left);stroke-width:2;stroke-dasharray:2 4}
svg .due{fill:var(--paper);stroke:var(--ink);stroke-width:2}
svg .event{fill:var(--mark)}
svg .waiting{fill:var(--paper);stroke:var(--mark);stroke-width:2}
svg .sign{paint-order:stroke;stroke:var(--paper);stroke-width:3px;font-weight:700}
svg .now{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:6 3}
svg .then{stroke:var(--late);stroke-width:2.5}
svg .title{font-weight:700}
.tools{margin:1rem 0;padding:.75rem 1rem;border:1px solid var(--line);background:var(--soft);display:grid;gap:.5rem}
.tools[hidden]{display:none}
.tools label{font-weight:600}
.tools input{width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);padding:.25rem .5rem}
.tools input[type=range]{padding:0;border:0;background:none}
.tools p{margin:0}
.notice{margin:1rem 0;padding:.5rem 1rem;border:3px solid var(--late);font-weight:600}
.notice[hidden]{display:none}
@media screen and (max-width:40rem){
#log,#log tbody,#log tr{display:block}
#log tr[hidden]{display:none}
#log thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
#log tr{padding:.5rem 0;border-top:1px solid var(--line)}
#log th,#log td{display:inline;border:0;padding:0 .5rem 0 0;color:inherit}
#log td:nth-child(3)::before{content:"recorded "}
#log td:nth-child(4)::before{content:"by "}
#log td:last-child{display:block;min-width:0;font-size:1rem}
}
@media print{
:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#eee;--line:#666;--bar:#2b6cb0;--late:#a11;--left:#555;--mark:#7a3e00}
@page{size:A4 landscape;margin:17mm 12mm}
body{font-size:9.5pt}
main{max-width:none;padding:0}
.tools,.skip{display:none}
.wide{overflow:visible}
tr,svg,li{break-inside:avoid}
thead{display:table-header-group}
h1,h2,h3{break-after:avoid}
svg{min-width:0;max-height:165mm}
footer.marking{display:none}
header.marking{position:fixed;top:0;bottom:0;left:0;writing-mode:vertical-rl;background:none;color:#000;padding:0;font-size:8pt}
.marking p{max-height:none;white-space:nowrap}
header.marking+main{padding-left:7mm}
}
`;

/** A text as a string of CSS: whatever is no letter, digit or blank is written as its number, so that nothing ends it. */
const cssString = (text: string): string =>
	`"${clip(text, 100).replaceAll(/[^A-Za-z0-9 ]/gu, found => `\\${found.codePointAt(0)?.toString(16) ?? ''} `)}"`;

/**
 * The style of a page with its marking in the margins of every sheet, and the number of the sheet. Browsers that leave
 * the margins alone print the marking down the left side of every sheet, where all of them do.
 */
export const styleOf = (banners: readonly string[]): string => {
	const marking =
		banners.length === 0 ? '' : `content:${cssString(visible(banners.join(' ')))};font:700 9pt sans-serif;`;
	const number = 'content:counter(page) " / " counter(pages);font:9pt sans-serif;';
	const margins = marking === '' ? '' : `@top-center{${marking}}@bottom-center{${marking}}`;
	return `${style}@media print{@page{${margins}@bottom-right{${number}}}}\n`;
};
