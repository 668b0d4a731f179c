// Tags the articles of a file with cppjieba and prints its speed: what annals-extract is measured against. An
// article a line, '\v' in the place of its line ends; tags go to standard output, so that both programs write
// what they find.
//
//   jieba_tagger DICT_DIR FILE
#include <chrono>
#include <cppjieba/Jieba.hpp>
#include <fstream>
#include <iostream>

namespace {

void Print(const std::vector<std::pair<std::string, std::string>>& words) {
  for (const auto& [word, tag] : words) std::cout << word << '/' << tag << ' ';
  std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ios::sync_with_stdio(false);
  const std::string dict = argv[1];
  const cppjieba::Jieba jieba(dict + "/jieba.dict.utf8", dict + "/hmm_model.utf8", dict + "/user.dict.utf8",
                              dict + "/idf.utf8", dict + "/stop_words.utf8");
  std::ifstream file(argv[2]);
  std::string article;
  size_t bytes = 0;
  const auto start = std::chrono::steady_clock::now();
  while (std::getline(file, article)) {
    bytes += article.size();
    std::vector<std::pair<std::string, std::string>> words;
    jieba.Tag(article, words);
    Print(words);
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::cerr << bytes << " bytes, " << seconds << " s, " << bytes / seconds / 1e6 << " MB/s\n";
}
