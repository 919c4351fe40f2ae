// What methods that cluster rows have in common: their parameter, cost and progress.
#pragma once

#include "core/method/method.h"
#include "core/spaces/linkage.h"

namespace horo {

Parameter linkageParameter();
Linkage linkageFrom(const Parameters& parameters);

/// The memory of the matrix; seconds depend on the columns and are not told.
Estimate linkageEstimate(size_t rows, Linkage how);

/// Threads of the run; tells and asks the context, `doing` being what is done.
LinkageOptions linkageOptions(Context& context, std::string doing);

}  // namespace horo
