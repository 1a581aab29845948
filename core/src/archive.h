// A compiled pack as bytes: read, checked and compiled when the widget is built, so that it need carry none of that.
// An archive belongs to the build that wrote it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "policy.h"

namespace returnable {

std::string write_archive(const Pack& pack);

/// Null where the bytes are not a whole archive: cut short, damaged, or of another layout.
std::shared_ptr<const Pack> read_archive(std::string_view bytes);

/// Over all bytes of an archive but these eight themselves (FNV-1a).
std::uint64_t archive_sum(std::string_view bytes);

}  // namespace returnable
