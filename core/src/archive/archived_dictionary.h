// The standard dictionary as an archive, put into the browser's engine at build.
#pragma once

#include <string_view>

namespace returnable::embedded {

extern const std::string_view archived_dictionary;

}  // namespace returnable::embedded
