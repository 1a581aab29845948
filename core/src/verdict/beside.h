// The one thing of a law that is said beside the headline: the best that it adds to what the shop promises.
#pragma once

#include "verdict/governing.h"

namespace returnable {

/// Whether an entitlement may stand there: a law's, and not a no.
bool stands_beside(const Answer& answer, const Explained& explained);

/// What the entitlement at this place of the headline's item adds to the promise of the headline, slot by slot and in the
/// buyer's favour; empty where it adds nothing and does not end sooner either, or the matter is done.
std::optional<view::Beside> beside_headline(const view::Verdict& verdict, const view::ItemVerdict& item, std::size_t place);

/// The open fact whose answer would change that entitlement.
std::optional<view::Question> question_beside(const std::vector<Governed>& all, std::size_t item, const Explained* one, Work& work);

}  // namespace returnable
