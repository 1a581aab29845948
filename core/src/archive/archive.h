// Compiled packs as bytes: read, checked and compiled beforehand, so that the browser's engine need carry none of that.
// An archive belongs to the build that wrote it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.h"

namespace returnable {

using Packs = std::vector<std::shared_ptr<const Pack>>;

std::string write_archive(const Packs& packs);

/// Empty where the bytes are not a whole archive: cut short, damaged, or of another layout. What adds up is believed: the
/// bytes come with the very build that carries this reader. A rule's id there is its number behind that of its pack, such as
/// 2.17; the first pack of the archive has the number `first`.
Packs read_archive(std::string_view bytes, std::size_t first = 0);

/// The standard dictionary as bytes, and back; empty where they are not whole.
std::string write_dictionary(const Dictionary& dictionary);
Dictionary read_dictionary(std::string_view archive);

/// Over all bytes of an archive but these eight themselves (FNV-1a).
std::uint64_t archive_sum(std::string_view bytes);

}  // namespace returnable
