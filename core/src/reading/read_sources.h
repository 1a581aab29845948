// What a pack rests on: the texts that were read, and one statement of them each.
#pragma once

#include "pack/pack_notes.h"
#include "reading/pack_symbols.h"

namespace returnable {

void read_sources(const Reader& root, Pack& pack, PackNotes& notes);
void read_clauses(const Reader& root, const PackNames& names);

/// The places of an object's keys in the order of the alphabet: their order in a file says nothing.
std::vector<std::size_t> keys_in_order(const std::vector<std::string>& keys);

}  // namespace returnable
