// Compiles the built-in packs: FOLDER/ID.bin holds all editions of one, FOLDER/ID.json what they say in words, and
// FOLDER/dictionary.bin the standard facts. A tool of the build, run under Node.
#include <cstdio>
#include <map>

#include "archive/archive.h"
#include "library_access.h"
#include "returnable/engine.h"
#include "writing/pack_sentences.h"

namespace {

bool write_file(const std::string& path, const std::string& bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return false;
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && whole;
}

std::string sentences(const returnable::Packs& editions) {
    std::string out = "[";
    for (const auto& pack : editions) {
        if (out.size() > 1) out += ',';
        out += sentences_json(*pack);
    }
    return out + ']';
}

}  // namespace

int main(int count, char** words) {
    using namespace returnable;
    if (count != 2) return 2;
    const std::string folder = std::string(words[1]) + "/";
    std::map<std::string, Packs> editions;  // by the pack's id
    const auto library = builtin_library();
    for (const auto& pack : loaded_packs(library)) editions[pack->id].push_back(pack);
    bool all = !editions.empty() && write_file(folder + "dictionary.bin", write_dictionary(dictionary()));
    for (const auto& [id, packs] : editions) {
        all = all && write_file(folder + id + ".bin", write_archive(packs)) && write_file(folder + id + ".json", sentences(packs));
    }
    return all ? 0 : 1;
}
