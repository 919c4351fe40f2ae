#include "core/spaces/matched_spaces.h"

namespace horo {

Embedding someRows(const Embedding& embedding, const std::vector<size_t>& rows) {
    Embedding out = subset(embedding, rows);
    std::vector<std::string> names;
    for (const size_t row : rows)
        names.push_back(embedding.items->name(row));
    out.items = *Items::create(std::move(names), embedding.items->space());
    return out;
}

Result<MatchedSpaces> MatchedSpaces::create(const Embedding& a, const Embedding& b) {
    for (const Embedding* space : {&a, &b})
        if (const auto usable = requireUsable(*space); !usable) return usable.error();
    std::vector<size_t> inA, inB;
    for (size_t i = 0; i < a.rows(); ++i)
        if (const auto row = b.items->rowOf(std::string_view(a.items->name(i)))) {
            inA.push_back(i);
            inB.push_back(*row);
        }
    if (inA.empty()) return inputError("the two embeddings share no id", "give embeddings of the same items");
    return MatchedSpaces{someRows(a, inA), someRows(b, inB), a.rows() - inA.size(), b.rows() - inB.size()};
}

Eigen::MatrixXd matrixOf(const Vectors& vectors) {
    Eigen::MatrixXd out(static_cast<Eigen::Index>(vectors.rows()),
                        static_cast<Eigen::Index>(vectors.columns()));
    for (size_t i = 0; i < vectors.rows(); ++i)
        for (size_t j = 0; j < vectors.columns(); ++j)
            out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = vectors.at(i, j);
    return out;
}

}  // namespace horo
