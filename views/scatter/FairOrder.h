// An order of rows of which every beginning is a fair sample.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace horo::views {

/// The place of each row in an order by chance, always the same one. The first rows hold one of each class
/// (`classes`: a number a row; empty = all are one), and every longer beginning holds of each class at least
/// its share, so that rare classes never vanish from a part.
std::vector<uint32_t> fairOrder(size_t rows, std::span<const uint32_t> classes);

}  // namespace horo::views
