// From an answer to an entitlement: its steps, reasons, conflicts, assumptions and what is missing.
#pragma once

#include "answer.h"
#include "returnable/verdict.h"

namespace returnable {

/// An entitlement with what ordering and questions still need to know of it.
struct Explained {
    Answer answer;
    Entitlement entitlement;
    std::string phase;
    RuleSet rules;  // every rule that had a part in it
};

Explained explain(const Pack& pack, const KnownFacts& facts, int as_of, Answer answer);

/// Every clause that the verdict cites, by id, with its source's title.
std::vector<Clause> cited_clauses(const Pack& pack, const Verdict& verdict);

/// "buyer", "seller", "platform": those of a set, the one to budget for first.
std::vector<std::string> payer_names(std::uint8_t payers);

}  // namespace returnable
