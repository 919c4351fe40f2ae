// HDF5 as embeddings: any dataset with what lies beside it, and AnnData.
#include <fmt/format.h>

#include <filesystem>

#include "core/base/file.h"
#include "core/io/anndata.h"
#include "core/io/embedding_reader.h"
#include "core/io/hdf5_file.h"

namespace horo {

namespace {

constexpr size_t firstCells = 200;

/// The datasets in the same group with one entry a row become columns.
void takeNeighbours(const Hdf5File& file, const std::string& path, EmbeddingDraft& draft) {
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    const size_t rows = draft.embedding.rows();
    for (const auto& [other, entry] : file.entries()) {
        const bool isBeside =
            other.starts_with(folder) && other.find('/', folder.size()) == std::string::npos;
        if (!isBeside || other == path || entry.extents != std::vector<size_t>{draft.rowsInFile}) continue;
        auto column = file.column(other, other.substr(folder.size()));
        if (!column) {
            draft.warnings.push_back(fmt::format("{} was left out: it {}", other, column.error().cause));
            continue;
        }
        std::visit([&](auto& values) { values.resize(rows); }, column->values);
        draft.about.columns.push_back(std::move(*column));
    }
    for (const char* name : {"id", "ids"})
        if (draft.about.find(name)) draft.idColumn = name, draft.idReason = "its name";
    for (const char* name : {"y", "labels", "label"})
        if (draft.about.find(name)) draft.labelColumn = name;
}

Result<EmbeddingDraft> readDataset(const Source& source, const Hdf5File& file, uint64_t limit) {
    std::vector<std::pair<std::string, std::string>> tables;
    for (const auto& [path, entry] : file.entries())
        if (entry.content == Hdf5File::Content::Numbers && entry.extents.size() == 2)
            tables.emplace_back(path, entry.text());
    Source wanted = source;
    if (const auto stated = source.option("dataset"); stated && !stated->starts_with('/'))
        wanted.options["dataset"] = "/" + *stated;
    EmbeddingDraft draft;
    const auto chosen = chooseArray(wanted, "dataset", tables, draft);
    if (!chosen) return chosen.error();
    if (draft.undecided) return draft;
    draft.rowsInFile = file.find(*chosen)->extents[0];
    const size_t rowBytes = std::max<size_t>(file.find(*chosen)->extents[1], 1) * sizeof(double);
    auto vectors = file.rows(*chosen, limit == UINT64_MAX ? SIZE_MAX : limit / rowBytes + 1);
    if (!vectors) return vectors.error();
    draft.embedding.vectors = std::move(*vectors);
    draft.details["dataset"] = *chosen;
    takeNeighbours(file, *chosen, draft);
    return draft;
}

Result<EmbeddingDraft> readHdf5(const Source& source, uint64_t limit) {
    std::error_code fault;
    const bool isSmall = std::filesystem::file_size(source.path(), fault) <= limit;
    std::string sum;
    if (isSmall || limit == UINT64_MAX) {
        auto whole = sha256OfFile(source.path());
        if (!whole) return whole.error();
        sum = std::move(*whole);
    }
    const auto file = Hdf5File::open(source.path().string());
    if (!file) return file.error();
    const uint64_t part = sum.empty() ? limit : UINT64_MAX;
    auto draft = isAnnData(*file) ? readAnnData(source, *file, part == UINT64_MAX ? SIZE_MAX : firstCells)
                                  : readDataset(source, *file, part);
    if (!draft) return draft.error();
    draft->isWhole = !sum.empty();
    draft->origin.sha256 = std::move(sum);
    return draft;
}

class Hdf5Reader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "hdf5"; }
    std::vector<std::string> endings() const override { return {".h5", ".hdf5"}; }
    std::string_view help() const override { return "A dataset of rows (HDF5, ?dataset=/PATH)"; }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        return readHdf5(source, limit);
    }
};

class AnnDataReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "h5ad"; }
    std::vector<std::string> endings() const override { return {".h5ad"}; }
    std::string_view help() const override {
        return "Cells and what is known of them (AnnData, ?layer=NAME)";
    }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        return readHdf5(source, limit);
    }
};

HOROCYCLE_READER(Hdf5Reader);
HOROCYCLE_READER(AnnDataReader);

}  // namespace

}  // namespace horo
