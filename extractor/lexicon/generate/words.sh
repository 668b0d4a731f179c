#!/bin/sh
# Makes words.tsv: the dictionary words the name lattice weighs names against, from jieba's dictionary.
# usage: words.sh <jieba's dict.txt> <least frequency> <output>
#
# Latin words go, for they are names of another recogniser.
set -eu
{
  echo "# Made at build time by generate/words.sh from the dictionary of jieba (MIT License). Do not edit."
  echo "# word; frequency: in jieba's corpus, at least $2; tag: part of speech as jieba has it (nr: a person's name)"
  printf 'word\tfrequency\ttag\n'
  LC_ALL=C awk -v least="$2" '$2 + 0 >= least && $1 !~ /[ -~]/ { print $1 "\t" $2 "\t" $3 }' "$1" |
    LC_ALL=C sort -u -k1,1
} > "$3"
