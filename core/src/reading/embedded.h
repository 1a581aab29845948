// The JSON files of core/dictionary and core/packs, put into the program at build (core/cmake).
#pragma once

#include <cstddef>
#include <string_view>

namespace returnable::embedded {

struct Text {
    std::string_view name;  ///< the file's name without its ending
    std::string_view json;
};

extern const std::string_view dictionary;
extern const std::string_view law_facts;
extern const std::string_view worded;

extern const Text packs[];  ///< by name; not there in the WebAssembly build
extern const std::size_t pack_count;

}  // namespace returnable::embedded
