#include "query/tools/drawing/html_page.h"

#include "absl/strings/str_cat.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/drawing_style.h"

namespace annals {
namespace {

constexpr char kStyle[] =
    "body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5}"
    "main{max-width:62rem;margin:0 auto;padding:2rem 1.5rem}svg{max-width:100%;height:auto}"
    "@media print{main{max-width:none;padding:0}}";

}  // namespace

std::string HtmlPage(absl::string_view title, absl::string_view body, absl::string_view style,
                     absl::string_view script) {
  return absl::StrCat(
      "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<title>",
      XmlText(title), "</title>\n<style>\n", PageStyle(), kStyle, style,
      "\n</style>\n</head>\n<body>\n<main>\n", body, "</main>\n",
      script.empty() ? "" : absl::StrCat("<script>\n", script, "</script>\n"), "</body>\n</html>\n");
}

}  // namespace annals
