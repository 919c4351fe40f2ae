// Parquet is recognised, so that a person hears how to convert it: Arrow is in no package of Debian 12.
#include "core/io/embedding_reader.h"

namespace horo {

namespace {

class ParquetReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "parquet"; }
    std::vector<std::string> endings() const override { return {".parquet"}; }
    std::string_view help() const override { return "Parquet: must be converted first"; }
    bool recognises(const Source&, std::string_view head) const override { return head.starts_with("PAR1"); }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t) const override {
        return inputError("is a Parquet file, which this program does not read",
                          "convert it, for example: python3 -c \"import pandas; "
                          "pandas.read_parquet('FILE.parquet').to_csv('FILE.csv', index=False)\", "
                          "or save its numbers by numpy.save",
                          source.name);
    }
};

HOROCYCLE_READER(ParquetReader);

}  // namespace

}  // namespace horo
