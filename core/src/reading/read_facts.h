// What a pack declares of facts: those of its own, and what holds where a fact is absent.
#pragma once

#include "reading/pack_symbols.h"

namespace returnable {

/// Whether an object stands here; otherwise a fault, unless the place is already known to be faulty.
bool is_object(const Reader& reader);

class FactReader {
public:
    explicit FactReader(Pack& pack) : pack_(pack) {}

    /// Gives the pack the dictionary's facts and those that it declares.
    void read(const Reader& all);
    /// Conditions of facts, which may name whatever the pack declares; after the terms have been read.
    void read_conditions(const PackNames& names);

private:
    void fact(const Reader& one, const std::string& id);
    static FactSpec own_fact(const Reader& one, const std::string& id);
    void use(const Reader& one, const FactSpec& spec, FactUse& use);
    static void assume(const Reader& value, const FactSpec& spec, FactUse& use);
    void absence(const Reader& one, const Reader& absent, const FactSpec& spec, FactUse& use);

    Pack& pack_;
    std::vector<std::pair<std::size_t, Reader>> open_when_;
};

}  // namespace returnable
