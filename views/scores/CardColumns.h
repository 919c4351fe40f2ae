// Cards in as many columns as there is room for.
#pragma once

#include <QtWidgets/QLayout>

namespace horo::views {

/// Puts each card where it comes to lie highest, over several columns if it needs their width; cards may need
/// more height where they are narrow.
class CardColumns : public QLayout {
public:
    CardColumns(int columnWidth, int gap, QWidget* parent = nullptr);
    ~CardColumns() override;

    void clear();

    void addItem(QLayoutItem* item) override { items_ << item; }
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int index) const override { return items_.value(index); }
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return {columnWidth_, heightForWidth(columnWidth_)}; }
    QSize minimumSize() const override { return {columnWidth_ / 2, 0}; }
    void setGeometry(const QRect& rect) override;

private:
    /// The height that all columns need; moves the cards if `apply`.
    int arrange(const QRect& rect, bool apply) const;

    int columnWidth_, gap_;
    QList<QLayoutItem*> items_;
};

}  // namespace horo::views
