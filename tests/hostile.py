"""Words that an article may hold to make a page act: each must be shown as words, and nothing else may come of it."""

from __future__ import annotations

_ACT = "window.pwned=1"

_ELEMENTS = f"""
<script>{_ACT}</script>
<SCRIPT SRC=//example.org/x.js></SCRIPT>
<script/x>{_ACT}</script>
<scr<script>ipt>{_ACT}</scr</script>ipt>
<img src=x onerror={_ACT}>
<img src=x onerror="{_ACT}">
<img src=`x` onerror={_ACT}>
<svg onload={_ACT}>
<svg/onload={_ACT}>
<svg><script>{_ACT}</script></svg>
<svg><animate onbegin={_ACT} attributeName=x dur=1s>
<svg><a xlink:href="javascript:{_ACT}"><text>x</text></a></svg>
<svg><foreignObject><iframe srcdoc="<script>parent.pwned=1</script>"></iframe></foreignObject></svg>
<math><mtext></p><img src onerror={_ACT}></mtext></math>
<body onload={_ACT}>
<iframe src="javascript:{_ACT}"></iframe>
<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>
<object data="data:text/html,<script>parent.pwned=1</script>"></object>
<embed src="javascript:{_ACT}">
<a href="javascript:{_ACT}">x</a>
<a href="&#106;avascript:{_ACT}">x</a>
<form action="javascript:{_ACT}"><button>x</button></form>
<input autofocus onfocus={_ACT}>
<select autofocus onfocus={_ACT}>
<details open ontoggle={_ACT}>
<video><source onerror={_ACT}></video>
<audio src onerror={_ACT}>
<marquee onstart={_ACT}>
<meta http-equiv="refresh" content="0;url=https://example.org/">
<base href="https://example.org/">
<link rel="stylesheet" href="https://example.org/x.css">
<style>body{{display:none}}</style>
<style>@import "https://example.org/x.css";</style>
<div style="background:url(https://example.org/x.png)">
<p style="position:fixed;inset:0">
<template><script>{_ACT}</script></template>
<noscript><p title="</noscript><img src onerror={_ACT}>">
<textarea></textarea><script>{_ACT}</script>
<plaintext>
<!-- <img src onerror={_ACT}> -->
<![CDATA[<script>{_ACT}</script>]]>
<?xml version="1.0"?><script>{_ACT}</script>
"""

_WORDS = f"""
" onmouseover="{_ACT}" x="
' onmouseover='{_ACT}' x='
` onmouseover={_ACT} `
"><script>{_ACT}</script>
javascript:{_ACT}
JaVaScRiPt:{_ACT}
 javascript:{_ACT}
java\tscript:{_ACT}
data:text/html,<script>parent.pwned=1</script>
vbscript:msgbox(1)
{{{{ 7 * 7 }}}}
{{{{ config }}}}
{{{{ ''.__class__.__mro__ }}}}
{{% for x in (1,2) %}}x{{% endfor %}}
{{# comment #}}
${{{_ACT}}}
<%= {_ACT} %>
\\u003cscript\\u003e{_ACT}\\u003c/script\\u003e
&lt;script&gt;{_ACT}&lt;/script&gt;
&#60;script&#62;{_ACT}&#60;/script&#62;
%3Cscript%3E{_ACT}%3C/script%3E
＜script＞{_ACT}＜/script＞
expression({_ACT})
-moz-binding:url(https://example.org/x)
#"><img src onerror={_ACT}>
"""

_BREAKS = ['">', "'>", "</p>", "</title>", "</style>", "</script>", "-->", "</a></li></ul>"]

_UNSEEN = [
    "\u202eright to left\u202c",
    "\u2066isolated\u2069",
    "zero\u200bwidth\u200d joiner",
    "soft\u00adhyphen",
    "tags\U000e0041\U000e0042",
    "\ufeffmark",
    "line\u2028separator\u2029",
    "piled" + "\u0335" * 40,
    "null\ufffdbyte",
    "private\ue000use",
]


def payloads() -> tuple[str, ...]:
    """More than a hundred and fifty of them, each once."""
    elements = [line for line in _ELEMENTS.split("\n") if line]
    words = [line for line in _WORDS.split("\n") if line]
    broken = [before + element for before in _BREAKS for element in elements[::3]]
    return tuple(dict.fromkeys([*elements, *words, *broken, *_UNSEEN]))
