// Compiles the built-in packs, each into a file of its own: FOLDER/ID.bin. A tool of the build, run under Node.
#include <cstdio>
#include <map>

#include "archive/archive.h"
#include "returnable/engine.h"

namespace {

bool write_file(const std::string& path, const std::string& bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return false;
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && whole;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    std::map<std::string, returnable::Packs> editions;  // by the pack's id
    const auto library = returnable::builtin_library();
    for (const auto& pack : library.editions()) editions[pack->id].push_back(pack);
    for (const auto& [id, packs] : editions) {
        if (!write_file(std::string(words[1]) + "/" + id + ".bin", returnable::write_archive(packs))) return 1;
    }
    return editions.empty() ? 1 : 0;
}
