#pragma once

#include <string_view>
#include <vector>

#include "pack/pack_notes.h"
#include "reading/json_reader.h"

namespace returnable {

/// Reads "review_after_months" and "deductions" of a pack.
void read_notes(const Reader& root, bool governs, PackNotes& notes);
/// Reads its "words", once all that they may name is known.
void read_words(const Reader& words, const std::vector<std::string_view>& known, PackNotes& notes);

}  // namespace returnable
