// What methods that cluster rows have in common: their parameter, cost and progress.
#pragma once

#include "core/method/method.h"
#include "core/spaces/linkage.h"

namespace horo {

Parameter linkageParameter();
Linkage linkageFrom(const Parameters& parameters);

/// The memory of the matrix of the input `embedding`; seconds depend on the columns and are not told.
Estimate linkageEstimate(const Inputs& inputs, const Parameters& parameters);

/// Threads of the run; tells and asks the context, `doing` being what is done.
LinkageOptions linkageOptions(Context& context, std::string doing);

}  // namespace horo
