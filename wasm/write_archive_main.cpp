// Writes the built-in packs as one archive into the file that it is given: a tool of the build, run under Node.
#include <cstdio>

#include "archive/archive.h"
#include "library_access.h"
#include "returnable/engine.h"

int main(int count, char** words) {
    std::FILE* file = count == 2 ? std::fopen(words[1], "wb") : nullptr;
    if (!file) return 2;
    const auto library = returnable::builtin_library();
    const std::string archive = returnable::write_archive(returnable::loaded_packs(library));
    const bool whole = std::fwrite(archive.data(), 1, archive.size(), file) == archive.size();
    return std::fclose(file) == 0 && whole ? 0 : 1;
}
