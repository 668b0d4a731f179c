#!/bin/sh
# Makes fold.tsv: what each traditional character or phrase is in simplified script, from OpenCC's dictionaries.
# usage: fold.sh <directory of the .ocd2 files> <output>
#
# Taiwan's and Hong Kong's variants are led through the standard character (裡 → 裏 → 里). A variant that is a simplified
# character itself is left alone: 么 must not become 幺 in a simplified text, and most texts are mixed. Of several
# candidates the first is taken, as OpenCC does.
set -eu
dictionaries=$1
output=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for name in TWVariantsRev HKVariantsRev TWVariantsRevPhrases HKVariantsRevPhrases TSCharacters TSPhrases; do
  opencc_dict -i "$dictionaries/$name.ocd2" -f ocd2 -o "$scratch/$name" -t text
done

# The characters first (a key of one character is at most four bytes), then the phrases, which are spelled with them.
{
  echo "# Made at build time by generate/fold.sh from the dictionaries of OpenCC (Apache License 2.0). Do not edit."
  echo "# from: characters of the text; to: what they are in simplified script. Longer entries win."
  printf 'from\tto\n'
  LC_ALL=C awk -F '\t' '
    function simplified(word,    result, rest, c) {
      result = ""
      for (rest = word; rest != ""; rest = substr(rest, length(c) + 1)) {
        c = first_character(rest)
        result = result (c in to ? to[c] : c)
      }
      return result
    }
    BEGIN {  # the one pair these dictionaries have the wrong way round
      to["擡"] = "抬"
      is_simplified["抬"] = 1
    }
    # By bytes, so that every awk does the same.
    function first_character(s,    lead) {
      lead = substr(s, 1, 1)
      return substr(s, 1, lead < "\200" ? 1 : lead < "\340" ? 2 : lead < "\360" ? 3 : 4)
    }
    {
      name = FILENAME
      sub(/.*\//, "", name)
      split($2, candidates, " ")
      value = candidates[1]
    }
    name == "TSCharacters" { to[$1] = value; is_simplified[value] = 1; next }
    name ~ /VariantsRev$/ {
      value = value in to ? to[value] : value
      if (!($1 in to) && !($1 in is_simplified)) { to[$1] = value; variant[$1] = 1 }
      next
    }
    # An exception to a variant holds in simplified spelling too: 顯著 and 显著 keep their 著.
    name ~ /VariantsRevPhrases$/ {
      phrases[$1] = standard(value)
      phrases[standard($1)] = standard(value)
      next
    }
    # Personal names with 於: they would catch 由於單季, and a preposition is worth more than a rare surname.
    name == "TSPhrases" && first_character($1) == "於" { next }
    name == "TSPhrases" { phrases[$1] = value }
    # As simplified(), by the standard dictionary alone.
    function standard(word,    result, rest, c) {
      result = ""
      for (rest = word; rest != ""; rest = substr(rest, length(c) + 1)) {
        c = first_character(rest)
        result = result (c in variant || !(c in to) ? c : to[c])
      }
      return result
    }
    END {
      for (c in to) if (to[c] != c) print c "\t" to[c]
      for (p in phrases) if (phrases[p] != simplified(p)) print p "\t" phrases[p]
    }
  ' "$scratch/TSCharacters" "$scratch/TWVariantsRev" "$scratch/HKVariantsRev" \
    "$scratch/TWVariantsRevPhrases" "$scratch/HKVariantsRevPhrases" "$scratch/TSPhrases" | LC_ALL=C sort
} > "$output"
