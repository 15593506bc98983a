// What somebody may write to see whether a page can be broken. Each calls `alert`, if it is ever run.

export const HOSTILE = [
  "<script>alert(1)</script>",
  "</script><script>alert(2)</script>",
  "<img src=x onerror=alert(3)>",
  "<svg onload=alert(4)><animate onbegin=alert(4) attributeName=x></svg>",
  "<svg><script>alert(5)</script></svg>",
  "<iframe srcdoc=\"<script>parent.alert(6)</script>\"></iframe>",
  "<a href=\"javascript:alert(7)\">javascript:alert(7)</a>",
  "\" autofocus onfocus=alert(8) x=\"",
  "' onmouseover='alert(9)' style='position:fixed;inset:0' x='",
  "<style>*{display:none!important}</style><link rel=stylesheet href=//evil.example/x.css>",
  "<base href=https://evil.example/><meta http-equiv=refresh content=\"0;url=https://evil.example\">",
  "{{constructor.constructor('alert(10)')()}} ${alert(10)} #{alert(10)} <%= alert(10) %>",
  "<!--<img src=\"--><img src=x onerror=alert(11)//\">",
  "<math><mi//xlink:href=\"data:x,<script>alert(12)</script>\">",
  "<template><img src=x onerror=alert(13)></template><noscript><p title=\"</noscript><img src=x onerror=alert(13)>\">",
  "\\u003cscript\\u003ealert(14)\\u003c/script\\u003e &lt;script&gt;alert(14)&lt;/script&gt; %3Cscript%3E",
  "\ndata: {\"scene\":{\"kind\":\"missing\",\"words\":\"forged\"}}\n\nevent: gone\ndata: 1\n\n",
  "__proto__ constructor toString hasOwnProperty",
  "{code} {lang} {title} {lost} {script}",
  "\u202Eтсет \u2066ліво\u2069 \u202D право \u200F\u200E",
  "мережа بكم مرحبا שלום עולם abc",
  "не\u200Bви\u200Cди\u200Dме\u2060\uFEFFслово",
  "\u0001\u0008\u000B\u001F\u007F\u0085\u2028\u2029 керівні знаки",
  "Z̸̡͎a̷l̴g̶o̵ " + "а\u0301\u0302\u0303\u0304".repeat(40),
  "Донаудампфшиффартсгезельшафт".repeat(14),
  "W".repeat(400),
  "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿".repeat(120),
  "😀".repeat(1000),
  "🇺🇦".repeat(500),
  "𒐫﷽".repeat(200),
  "рядок\n\n".repeat(200),
];

/** 4,096 UTF-16 units of emoji: as long as a message of Telegram can be. */
export const EMOJI = "🌻".repeat(2048);
