import { useQuery } from '@tanstack/react-query';
import { publicSettingsQuery } from '../../domain/municipality/queries.ts';

/** The municipality's mark beside its name, where it has one. It is asked for when the page itself is there. */
export function Logo({ slug, className }: { slug: string; className: string | undefined }) {
  const { data } = useQuery(publicSettingsQuery(slug));
  return data?.logo && <img src={data.logo} alt="" className={className} />;
}
