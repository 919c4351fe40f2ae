// How far something is, in a line.
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

namespace horo::views {

/// A bar of 4 px (2 px under a header). Without a share it moves to and fro, unless motion is off.
class ThinProgressBar : public QWidget {
    Q_OBJECT

public:
    explicit ThinProgressBar(int thickness = 4, QWidget* parent = nullptr);

    /// 0 to 1, or nothing while it cannot be told.
    void setShare(std::optional<double> share);
    std::optional<double> share() const { return share_; }

    QSize sizeHint() const override { return {140, thickness_}; }
    QSize minimumSizeHint() const override { return {40, thickness_}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void animate();

    int thickness_;
    std::optional<double> share_ = 0;
    QTimer timer_;
    double phase_ = 0;
};

}  // namespace horo::views
