import { Empty } from "antd";
import type { ReactNode } from "react";

/** That there is nothing, and below it what to do first. */
export const Blank = ({ title, children }: { title: string; children?: ReactNode }) => (
  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={title}>
    {children && <p className="quiet">{children}</p>}
  </Empty>
);
